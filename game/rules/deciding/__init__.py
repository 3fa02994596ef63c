"""What an accepted command brings about: computing and drawing happen here, and the events carry the results."""
