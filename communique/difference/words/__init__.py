"""Words: what differs within one paragraph."""
