"""What lies in a case before anybody plays it: the space of all its deals, and how games between computers go."""
