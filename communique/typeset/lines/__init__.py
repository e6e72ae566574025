"""Lines whose words are chosen or divided by their width, which the engine alone knows."""
