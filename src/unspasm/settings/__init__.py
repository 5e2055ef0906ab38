"""What a person prefers: `settings.toml`, read with the standard library and checked by hand.

Home paints after these are read, so nothing here is slow to import; what writes comes in late.
"""

from unspasm.settings.file import SettingsFile
from unspasm.settings.reading import Fault, read_settings
from unspasm.settings.values import FIGURES, SOUNDS, Settings, is_phone_number

__all__ = [
    "FIGURES",
    "SOUNDS",
    "Fault",
    "Settings",
    "SettingsFile",
    "is_phone_number",
    "read_settings",
]
