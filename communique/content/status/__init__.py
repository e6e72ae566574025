"""What a page says of a text that is not to be published, or not yet: a draft, an embargo."""
