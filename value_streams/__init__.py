"""What is managed: product families, value streams and who is appointed to lead them."""
