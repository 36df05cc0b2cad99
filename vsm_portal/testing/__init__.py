"""What tests share: the named cast, builders, assertions."""
