"""Where things are on this machine. Asking makes nothing."""

import os
from pathlib import Path


def content_folder() -> Path:
    """The content in use: `UNSPASM_CONTENT`, else beside the package, else in the checkout."""
    if chosen := os.environ.get("UNSPASM_CONTENT"):
        return Path(chosen)
    return shipped_content()


def shipped_content() -> Path:
    """The content as it came with the program: beside the package, else in the checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "content" / "en"
    return installed if installed.is_dir() else package.parents[1] / "content" / "en"


def data_folder() -> Path:
    """Where the journal lives: `UNSPASM_HOME`, else the system's place for a program's data."""
    if chosen := os.environ.get("UNSPASM_HOME"):
        return Path(chosen)
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed where UNSPASM_HOME is set

    return user_data_path("unspasm", appauthor=False)


def settings_file() -> Path:
    """Where the settings stand: `UNSPASM_HOME`, else the system's place for settings."""
    if chosen := os.environ.get("UNSPASM_HOME"):
        return Path(chosen) / "settings.toml"
    from platformdirs import user_config_path  # noqa: PLC0415 - as above

    return user_config_path("unspasm", appauthor=False) / "settings.toml"
