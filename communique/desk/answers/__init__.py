"""What the addresses of the desk answer: its pages, what is typed, brought in and taken away."""
