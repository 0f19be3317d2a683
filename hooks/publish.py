"""The host's side, and the only file that imports MkDocs: its events, translated for a catalogue that knows none.

What happens in a build, in MkDocs' order:

    config      build aside (see `last_good`)
    pre_build   read and check every record, compose the site; an error stops here, before anything is cleaned
    files       add a virtual page for each frame that the site's pages need (see `ocop.site.frames`)
    page …      the theme renders frames and the pages written by hand; frames are kept and cut
    post_build  fill the frames: every page is rendered and written by workers (see `ocop.site.writing`)
    shutdown    the finished build takes the site's place

Under `mkdocs serve` nothing is swapped, pages are made when asked for, and faults are shown instead (see `live`).
"""

from __future__ import annotations

import functools
import logging
import os
import sys
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar, cast

import click
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from last_good import Aside
from live import Live
from ocop.build import AddressClaimedTwiceError
from ocop.site.frames import Frame, FrameError, Key
from ocop.site.writing import WritingError
from session import LANGS, Build, Session, said, say

log = logging.getLogger("mkdocs.plugins.ocop")

FRAMES: Final = "ocop-frame"
"""What the virtual pages' names begin with; no file has such a name."""

P = ParamSpec("P")
T = TypeVar("T")


class Stop(Abort):
    """End the build with a message on standard error, like every other message, and no traceback."""

    def show(self, *_args: Any, **_kwargs: Any) -> None:
        """Print the message."""
        say(self.format_message())


def _plainly(event: Callable[P, T]) -> Callable[P, T]:
    """Turn what can go wrong in a build into a message."""

    @functools.wraps(event)
    def handle(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return event(*args, **kwargs)
        except (FrameError, WritingError, AddressClaimedTwiceError, OSError) as fault:
            raise Stop(str(fault)) from fault

    return handle


# ------------------------------------------------------------------------------------------------ events


def on_startup(*, command: str, **_: Any) -> None:
    """Learn what was asked for: `serve --clean` calls itself a build, `serve --no-livereload` will not ask for pages."""
    context = click.get_current_context(silent=True)
    _session.is_command = True
    _session.serves = command == "serve" or (context is not None and context.info_name == "serve")
    _session.is_lazy = _session.serves and (context is None or context.params.get("livereload", True))


@_plainly
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Build aside, and leave the site map to the catalogue: MkDocs knows only the pages written by hand."""
    config.theme.static_templates.discard("sitemap.xml")
    # Without a command (a program that calls MkDocs) no event would tell that the build has been judged.
    if _session.is_command and not _session.serves:
        _session.restore = functools.partial(setattr, config, "site_dir", config.site_dir)
        _session.aside = Aside.begin(Path(config.site_dir))
        config.site_dir = str(_session.aside.folder)
    return config


@_plainly
def on_pre_build(*, config: MkDocsConfig) -> None:
    """Check every record and compose the site, before MkDocs cleans anything."""
    root = Path(config.config_file_path).resolve().parent
    try:
        _session.build = Build.begin(root, config.site_url or "", config.repo_url or "", os.environ)
    except ValueError as fault:
        raise Stop(str(fault)) from fault
    _session.tell(_session.build.edited.findings)
    if _session.build.made is None:
        if not _session.is_lazy:
            raise Stop(_session.build.summary)
        # There is nothing to build: the preview shows the faults.
        config.nav = []
        config.theme.static_templates.clear()


@_plainly
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave out the theme's own files, and add a page for each frame."""
    current = _session.current
    if current.made is None:
        return Files([])
    for file in list(files):
        if file.src_dir != config.docs_dir:
            files.remove(file)
    # A page that the office does without is no fault of its catalogue: the menu of the theme is not shown anyway.
    config.nav = [
        entry for entry in config.nav or [] if all(files.get_file_from_path(path) for path in _paths(entry))
    ]
    published = [file for file in files if file.inclusion is not InclusionLevel.EXCLUDED]
    current.publish_with(
        ((file.dest_uri, f"the file {file.src_uri}") for file in published),
        (_address(file) for file in published if file.is_documentation_page()),
    )
    for key in sorted({Key.of(page) for page in current.made.site.pages}):
        file = _frame_file(key, config)
        current.keys[file.src_uri] = key
        files.append(file)
    return files


def on_page_context(
    context: TemplateContext, *, page: Page, config: MkDocsConfig, **_: Any
) -> TemplateContext:
    """Tell the templates on which page they are, and the theme in which language."""
    current = _session.current
    if key := current.keys.get(page.file.src_uri):
        return _with(context, config, current.framed(key))
    description = str(page.meta.get("description") or config.site_description or "")
    return _with(context, config, current.hand_written(_address(page.file), _plain(page.title), description))


def on_template_context(context: TemplateContext, *, config: MkDocsConfig, **_: Any) -> TemplateContext:
    """Do the same for the page for lost addresses, the only one that MkDocs makes of a template alone."""
    return _with(context, config, _session.current.missing(f"{context['base_url'].rstrip('/')}/"))


@_plainly
def on_post_page(output: str, *, page: Page, **_: Any) -> str:
    """Keep the frames; nothing is written for them."""
    current = _session.current
    if key := current.keys.get(page.file.src_uri):
        current.frames[key] = Frame.cut(output, current.marks, str(key))
        return ""
    return output


@_plainly
def on_post_build(*, config: MkDocsConfig) -> None:
    """Write every page and file, or stand ready to write them."""
    current, folder = _session.current, Path(config.site_dir)
    if current.made is None:
        faults: dict[str, str] = {lang: said(current.edited.errors, lang) for lang in LANGS}
        _session.live.show_fault(_fault_page(config, faults), folder)
    elif _session.is_lazy:
        _session.live.show(current.made, current.render, folder, current.settings.shelf)
    else:
        current.write(folder)
    log.info(current.summary)
    current.is_complete = True


def on_build_error(**_: Any) -> None:
    """Remember that the build is not to be published, whatever happens next."""
    if _session.build is not None:
        _session.build.is_complete = False


def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None], **_: Any
) -> LiveReloadServer:
    """Make pages when they are asked for, and outlive a build that fails: the server would answer no more."""

    def rebuild() -> None:
        try:
            builder()
        except Exception as fault:  # noqa: BLE001 - whatever it is, the preview goes on and shows it
            text = (
                fault.format_message() if isinstance(fault, click.ClickException) else traceback.format_exc()
            )
            say(text)
            _session.live.show_fault(_fault_page(config, {"": text}), Path(server.root))

    server.watch(str(_session.current.settings.bundle))
    _session.live.explain = lambda text: _fault_page(config, {"": text})
    server.builder = rebuild
    server.set_app(_session.live.around(server.serve_request, server.mount_path))
    return server


@_plainly
def on_shutdown() -> None:
    """Publish what was built: now `--strict` has judged, and an exception in flight says that it was found wanting."""
    aside, _session.aside = _session.aside, None
    if aside is None:
        return
    _session.restore()  # `mkdocs gh-deploy` goes on to publish it
    if _session.build is not None and _session.build.is_complete and sys.exc_info()[0] is None:
        if kept := aside.publish():
            say(f"{aside.site}: no build had made what stood there; it is kept as {kept}")
    else:
        aside.drop()


# ----------------------------------------------------------------------------------------------- helpers

_session = Session(Live())


def _address(file: File) -> str:
    """Give a page's address as the catalogue writes it: the front page's is empty."""
    return "" if file.url in {".", "./"} else file.url


def _paths(entry: object) -> list[str]:
    """Give the files that an entry of the menu names."""
    return (
        [path for path in entry.values() if isinstance(path, str)]
        if isinstance(entry, dict)
        else [str(entry)]
    )


def _frame_file(key: Key, config: MkDocsConfig) -> File:
    """Make a virtual page as deep as the key says, for the theme's links are relative."""
    name = "/".join([*["x"] * key.depth, f"{FRAMES}-{key}.md"])
    file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.use_directory_urls = False  # else a page at the root would need the front page's own name
    return file


def _plain(title: str | None) -> str:
    """Give a page's title without the markup that MkDocs leaves in it."""
    return Markup(title or "").striptags()  # noqa: S704 - it is escaped again in <head>


def _with(context: TemplateContext, config: MkDocsConfig, more: dict[str, Any]) -> TemplateContext:
    config.theme["language"] = more["ocop"].lang
    return cast("TemplateContext", {**context, **more})


def _fault_page(config: MkDocsConfig, messages: Mapping[str, str]) -> str:
    return config.theme.get_env().get_template("fault.html").render(messages=messages)


class _WithoutFrames(logging.Filter):
    """Keep MkDocs from telling, for each frame, that nothing was written."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether to print."""
        return record.levelno > logging.INFO or FRAMES not in record.getMessage()


logging.getLogger("mkdocs.commands.build").addFilter(_WithoutFrames())
