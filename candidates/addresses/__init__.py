"""The addresses of selection with who may use them, by the three stages of the work."""
