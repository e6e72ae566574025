"""Looks: what words have besides their letters, and how a corrigendum says it."""
