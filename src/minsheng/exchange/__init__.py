"""What leaves the book: descriptions of its data in formats that others read."""
