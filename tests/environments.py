"""Environments in which a PDF has to be the same: what libraries, systems and users set."""

from __future__ import annotations

Variables = dict[str, str | None]
"""What is set, by its name; None where it is not there at all."""

#: What Python, Pango, HarfBuzz, FreeType, fontconfig, GLib and the C library would read.
ENVIRONMENTS: dict[str, Variables] = {
    "another language": {"LANGUAGE": "bg", "LANG": "bg_BG.UTF-8"},
    "Serbian for Pango": {"PANGO_LANGUAGE": "sr:bg", "PANGOCAIRO_BACKEND": "fc"},
    "another shaper": {"HB_SHAPER_LIST": "fallback"},
    "options of HarfBuzz": {
        "HB_OPTIONS": "uniscribe-bug-compatible", "HB_FONT_FUNCS": "ft", "HB_FACE_LOADER": "ft",
    },
    "another fontconfig": {
        "FONTCONFIG_FILE": "/nowhere", "FONTCONFIG_PATH": "/nowhere",
        "FONTCONFIG_SYSROOT": "/nowhere", "FC_LANG": "bg", "FONTCONFIG_USE_MMAP": "no",
    },
    "fontconfig that says all": {"FC_DEBUG": "4095", "FC_DBG_MATCH_FILTER": "family"},
    "FreeType of old": {"FREETYPE_PROPERTIES": "truetype:interpreter-version=35"},
    "a plain locale": {"LC_ALL": "C"},
    "no UTF-8": {
        "LC_ALL": "POSIX", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0",
    },
    "a locale that is none": {"LC_ALL": "xx_XX.KOI8-R", "LC_CTYPE": "tr_TR"},
    "locales mixed": {"LC_TIME": "ar_EG", "LC_NUMERIC": "de_DE", "LC_CTYPE": "tr_TR.UTF-8"},
    "another time zone": {"TZ": "Asia/Tokyo"},
    "a time zone that is none": {"TZ": "Nowhere/:3"},
    "no home": {"HOME": None},
    "a home that is not there": {"HOME": "/proc/nowhere"},
    "a home beside us": {"HOME": "beside", "XDG_CACHE_HOME": "cache"},
    "other folders of the desktop": {
        "XDG_CONFIG_HOME": "/nowhere", "XDG_DATA_HOME": "/nowhere", "XDG_DATA_DIRS": "/nowhere",
        "XDG_CONFIG_DIRS": "/nowhere", "XDG_RUNTIME_DIR": "/nowhere",
    },
    "no folder for a cache": {"XDG_CACHE_HOME": "/proc/nowhere"},
    "a file for a cache": {"XDG_CACHE_HOME": "/etc/hostname"},
    "a time of the source": {"SOURCE_DATE_EPOCH": "0"},
    "another order of sets": {"PYTHONHASHSEED": "77"},
    "no assertions": {"PYTHONOPTIMIZE": "2"},
    "warnings are errors": {"PYTHONWARNINGS": "error"},
    "Python for developers": {"PYTHONDEVMODE": "1"},
    "ASCII for the screen": {"PYTHONIOENCODING": "ascii"},
    "UTF-16 for the screen": {"PYTHONIOENCODING": "utf-16"},
    "no bytecode": {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": "/nowhere"},
    "no folder for a while": {"TMPDIR": "/nowhere", "TEMP": "/nowhere", "TMP": "/nowhere"},
    "no programs": {"PATH": ""},
    "a narrow screen": {"COLUMNS": "1", "LINES": "1", "TERM": "dumb", "NO_COLOR": "1"},
    "a screen that is none": {"COLUMNS": "-5", "TERM": "", "FORCE_COLOR": "3"},
    "GLib that is strict": {
        "G_DEBUG": "fatal-warnings", "G_SLICE": "debug-blocks", "G_FILENAME_ENCODING": "EUC-JP",
        "CHARSET": "KOI8-R", "GIO_USE_VFS": "x", "GIO_EXTRA_MODULES": "/nowhere",
    },
    "memory that is not empty": {
        "MALLOC_PERTURB_": "165", "MALLOC_ARENA_MAX": "1", "PYTHONMALLOC": "malloc",
    },
    "a proxy": {"http_proxy": "http://127.0.0.1:9", "ALL_PROXY": "socks5://x", "no_proxy": "*"},
    "the engine elsewhere": {"WEASYPRINT_DLL_DIRECTORIES": "/nowhere", "DEBUG": "1"},
}  # fmt: skip
