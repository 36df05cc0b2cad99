"""Who and where: people, sites and what somebody is at a site."""
