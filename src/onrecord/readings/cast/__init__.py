"""Who is named in an account, of what kind each is, and which names are one's."""
