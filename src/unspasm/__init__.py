"""A self-care coach for back spasms that runs in a terminal, wholly offline."""

__version__ = "0.1.0"
