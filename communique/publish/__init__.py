"""5 publish: a proven PDF reaches its place whole, and what it was made of is recorded."""
