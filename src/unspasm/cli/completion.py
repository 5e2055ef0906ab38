"""`unspasm completion bash|zsh|fish`: made from the parser, so it completes what there is."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping

from unspasm.cli.exits import Exit
from unspasm.cli.outline import Command, Option, outline
from unspasm.cli.parser import build_parser


def run_completion(arguments: argparse.Namespace) -> int:
    """Print it."""
    print(completion(arguments.shell), end="")
    return Exit.DONE


def completion(shell: str) -> str:
    """Return what a shell reads to complete the commands: `bash`, `zsh` or `fish`."""
    return "\n".join(_SHELLS[shell](outline(build_parser()))) + "\n"


# --- bash -------------------------------------------------------------------------------------


def _bash(root: Command) -> Iterator[str]:
    """One function: it finds the command in the line, then what can follow it."""
    yield "# bash completion for unspasm; made from its parser."
    yield "_unspasm() {"
    yield '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"'
    yield "    local command=unspasm options= words= place"
    yield "    for ((place = 1; place < COMP_CWORD; place++)); do"
    yield '        case "$command ${COMP_WORDS[place]}" in'
    yield f"            {_bash_cases(one.name for one in root.all[1:])}"
    yield '                command="$command ${COMP_WORDS[place]}" ;;'
    yield "        esac"
    yield "    done"
    yield "    COMPREPLY=()"
    yield '    case "$command $before" in'
    for one in root.all:
        for option in one.options:
            if option.value:
                yield f"        {_bash_cases(f'{one.name} {flag}' for flag in option.flags)}"
                yield f"            {_bash_value(option)}return ;;"
    yield "    esac"
    yield '    case "$command" in'
    for one in root.all:
        yield f"        {_bash_cases([one.name])}"
        flags = " ".join(flag for option in one.options for flag in option.flags)
        yield f"            options={_quoted(flags)}"
        if words := " ".join([*(inner.last for inner in one.commands), *_choices(one)]):
            yield f"            words={_quoted(words)}"
        for word in one.words:
            if word.takes_files or word.takes_folders:
                yield f"            [[ $word == -* ]] || {{ {_bash_value(word)}return; }}"
        yield "            ;;"
    yield "    esac"
    yield '    [[ $word == -* || -z $words ]] && words="$options"'
    yield '    COMPREPLY=($(compgen -W "$words" -- "$word"))'
    yield "}"
    yield "complete -F _unspasm unspasm"


def _bash_cases(words: Iterable[str]) -> str:
    return " | ".join(map(_quoted, words)) + ")"


def _bash_value(option: Option) -> str:
    """What completes the value of an option; nothing where only the person knows it."""
    if option.choices:
        return f'COMPREPLY=($(compgen -W {_quoted(" ".join(option.choices))} -- "$word")); '
    if option.takes_folders:
        return "compopt -o dirnames 2>/dev/null; "
    return "compopt -o default 2>/dev/null; " if option.takes_files else ""


def _choices(command: Command) -> Iterator[str]:
    """Every word that may stand after a command besides the commands below it."""
    for word in command.words:
        yield from word.choices


# --- zsh --------------------------------------------------------------------------------------


def _zsh(root: Command) -> Iterator[str]:
    """One function a command; one with commands below it hands on to theirs."""
    yield "#compdef unspasm"
    yield "# zsh completion for unspasm; made from its parser."
    for one in root.all:
        yield ""
        yield f"{_function(one)}() {{"
        if one.commands:
            yield "    local -a commands"
            yield "    local context state state_descr line"
            yield "    typeset -A opt_args"
            yield "    commands=("
            for inner in one.commands:
                yield f"        {_quoted(f'{inner.last}:{inner.summary}')}"
            yield "    )"
        yield f"    _arguments -s {'-C ' if one.commands else ''}\\"
        specs = [*map(_zsh_option, one.options), *map(_zsh_word, one.words)]
        if one.commands:
            specs += [_quoted("1: :->command"), _quoted("*:: :->rest")]
        for spec in specs[:-1]:
            yield f"        {spec} \\"
        yield f"        {specs[-1]}"
        if one.commands:
            yield "    case $state in"
            yield "        command) _describe command commands ;;"
            yield "        rest)"
            yield "            case $line[1] in"
            for inner in one.commands:
                yield f"                {inner.last}) {_function(inner)} ;;"
            yield "            esac ;;"
            yield "    esac"
        yield "}"
    yield ""
    yield 'if [ "$funcstack[1]" = _unspasm ]; then _unspasm "$@"; else compdef _unspasm unspasm; fi'


def _function(command: Command) -> str:
    return "_" + command.name.replace(" ", "_")


def _zsh_option(option: Option) -> str:
    said = _zsh_words(option.help)
    others = f"({' '.join(option.flags)})" if len(option.flags) > 1 else ""
    names = f"{{{','.join(option.flags)}}}" if len(option.flags) > 1 else option.flags[0]
    value = f":{_zsh_words(option.value)}:{_zsh_value(option)}" if option.value else ""
    if len(option.flags) > 1:
        return f"{_quoted(others)}{names}{_quoted(f'[{said}]{value}')}"
    return _quoted(f"{names}[{said}]{value}")


def _zsh_word(word: Option) -> str:
    colon = "::" if word.may_be_left_out else ":"
    return _quoted(f"{colon}{_zsh_words(word.value)}:{_zsh_value(word)}")


def _zsh_value(option: Option) -> str:
    if option.choices:
        return f"({' '.join(option.choices)})"
    if option.takes_folders:
        return "_files -/"
    return "_files" if option.takes_files else " "


def _zsh_words(words: str) -> str:
    return "".join(f"\\{one}" if one in "[]:\\" else one for one in words)


# --- fish -------------------------------------------------------------------------------------


def _fish(root: Command) -> Iterator[str]:
    """One line for each thing that may follow."""
    yield "# fish completion for unspasm; made from its parser."
    yield "complete -c unspasm -f"
    for one in root.all:
        path = one.name.split()[1:]
        seen = [f"__fish_seen_subcommand_from {word}" for word in path]
        namesakes = [other.last for other in root.commands if one.last in _below(other)]
        if len(path) == 1 and namesakes:
            seen.append(f"not __fish_seen_subcommand_from {' '.join(namesakes)}")
        names = " ".join(inner.last for inner in one.commands)
        here = seen if not names else [*seen, f"not __fish_seen_subcommand_from {names}"]
        condition = f" -n {_quoted('; and '.join(here))}" if here else ""
        for inner in one.commands:
            yield f"complete -c unspasm{condition} -a {inner.last} -d {_fish_quoted(inner.summary)}"
        for word in one.words:
            if value := _fish_value(word):
                yield f"complete -c unspasm{condition}{value}"
        for option in one.options:
            flags = "".join(f" {_fish_flag(flag)}" for flag in option.flags)
            value = f" -x{_fish_value(option)}" if option.value else ""
            if option.takes_files or option.takes_folders:
                value = f" -r{_fish_value(option)}"
            yield f"complete -c unspasm{condition}{flags}{value} -d {_fish_quoted(option.help)}"


def _below(command: Command) -> set[str]:
    return {one.last for one in command.commands}


def _fish_flag(flag: str) -> str:
    return f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}"


def _fish_value(option: Option) -> str:
    if option.choices:
        return f" -a {_quoted(' '.join(option.choices))}"
    if option.takes_folders:
        return " -a '(__fish_complete_directories)'"
    return " -F" if option.takes_files else ""


def _fish_quoted(words: str) -> str:
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _quoted(words: str) -> str:
    """As one word of a shell."""
    return "'" + words.replace("'", "'\\''") + "'"


_SHELLS: Mapping[str, Callable[[Command], Iterator[str]]] = {
    "bash": _bash,
    "zsh": _zsh,
    "fish": _fish,
}
