"""The domain is pure: the standard library only, no clock, no file, no print."""

import ast
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import unspasm.domain

MODULES = [f"unspasm.domain.{module.name}" for module in iter_modules(unspasm.domain.__path__)]
EVERY_MODULE = pytest.mark.parametrize("name", MODULES)

REACHES_OUT = {
    *("os", "io", "pathlib", "shutil", "tempfile", "sqlite3", "tomllib", "logging"),
    *("time", "random", "secrets", "uuid", "threading", "asyncio", "multiprocessing"),
    *("socket", "http", "urllib", "subprocess", "ssl", "sys", "locale"),
}
"""Modules of the standard library that reach outside, or differ from run to run."""
REACHING_CALLS = {"print", "open", "input", "now", "utcnow", "today", "monotonic"}


def tree_of(name: str) -> ast.Module:
    file = import_module(name).__file__
    assert file
    return ast.parse(Path(file).read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            names.add(node.module or "")
    return names


def called(tree: ast.Module) -> set[str]:
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {
        call.id if isinstance(call, ast.Name) else call.attr
        for call in calls
        if isinstance(call, ast.Name | ast.Attribute)
    }


@EVERY_MODULE
def test_a_module_imports_only_the_standard_library_and_the_domain(name: str) -> None:
    foreign = {
        other
        for other in imported(tree_of(name))
        if not other.startswith("unspasm.domain.")
        and other.partition(".")[0] not in sys.stdlib_module_names
    }

    assert not foreign


@EVERY_MODULE
def test_a_module_reaches_for_nothing_outside(name: str) -> None:
    tree = tree_of(name)

    assert not REACHES_OUT & {other.partition(".")[0] for other in imported(tree)}
    assert not REACHING_CALLS & called(tree)


@EVERY_MODULE
def test_a_module_says_what_it_is_for(name: str) -> None:
    assert import_module(name).__doc__
