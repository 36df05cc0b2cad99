from .membership import Membership, Role
from .site import Site
from .user import User, normalise_email

__all__ = ["Membership", "Role", "Site", "User", "normalise_email"]
