"""What upper apps may want to hear of people."""

from django.dispatch import Signal

#: sent with `user` inside the transaction, when a person is new or the address was corrected
address_known = Signal()
#: sent with `site` inside the transaction that opens it
site_opened = Signal()
