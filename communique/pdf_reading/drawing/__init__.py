"""The pages drawn by a second engine, and what is seen of them; the only room that asks PDFium."""
