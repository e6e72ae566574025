"""The front matter as a form: its fields from the schema, its values into the text and back."""
