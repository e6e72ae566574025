"""What only a turned statement promises, each kind in its module, compared with the original."""
