"""Pairing: which block of the old version became which of the new one."""
