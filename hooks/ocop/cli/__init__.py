"""The command ``ocop``: the only place that prints, and one of two that look at the clock and the environment.

Each command has a module of its own, imported when it is asked for: `ocop check` must start at once.
"""

from __future__ import annotations

import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Final

import click

COMMANDS: Final = ("check", "new", "import", "fmt", "due", "stats", "diff", "export", "schema")
"""In the order of the help: a command ``new`` is the object ``command`` of the module ``ocop.cli.new``."""
_MODULES: Final = {"import": "importing"}  # `import` is a word of Python


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click gives it
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - likewise
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"ocop.cli.{_MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command
        return command


def main() -> None:
    """Run the command; whatever stands in a file name can be printed, on any terminal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    ocop.main(prog_name="ocop")


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
def ocop() -> None:
    """Danh mục sản phẩm OCOP Bạc Liêu. / The catalogue of Bạc Liêu's OCOP goods."""
