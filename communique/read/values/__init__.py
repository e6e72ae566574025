"""The values above the text, once they are read: what they contradict, and likely slips."""
