"""What is on the desk -> pages of HTML. Pure."""
