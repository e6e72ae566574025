"""Pages: how a text is divided into them, and what is changed for its last one."""
