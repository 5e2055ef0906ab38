"""A self-care coach for back spasms that runs in a terminal, wholly offline."""

__version__ = "1.0.0"
