"""Who did what, and who read what: a table that is only ever added to.

Events name things by id and hold no free text, so that erasing a person never has to touch them.
"""
