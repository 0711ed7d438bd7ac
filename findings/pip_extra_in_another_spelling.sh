#!/usr/bin/env bash
# pip 23.2.1 (the one that comes with Python 3.11.7), justext 3.0.2, lxml 6.1.3 and its extra.
# Expected: the names of extras are compared in one spelling, so that the html_clean that justext asks for is the
# html-clean that lxml offers, and the package comes with it; or the installation fails.
# Seen: pip says that lxml does not provide the extra, leaves it out and ends with success; `import justext` fails
# afterwards. With the extra asked for as html-clean the same pip installs it, and a pip of this year takes both.
# For a user: trafilatura and others that stand on justext install without an error and cannot be imported, on the
# pip that a fresh virtual environment has; name lxml-html-clean yourself, or bring pip up to date first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

tried() { # the release of pip, what to install; prints how the installation and the import end
  local pip=$1 venv="$folder/$1"
  shift
  python3 -m venv "$venv"
  "$venv/bin/python" -m pip install -q --disable-pip-version-check "pip==$pip"
  if "$venv/bin/python" -m pip install -q --disable-pip-version-check "$@" 2>"$folder/told"; then
    local installed=installed
  else
    local installed=refused
  fi
  grep -o "does not provide the extra.*" "$folder/told" >&2 || true
  if "$venv/bin/python" -c "import lxml.html.clean" 2>"$folder/told"; then
    echo "$installed, import works"
  else
    echo "$installed, import fails"
  fi
  rm -rf "$venv"
}

old=$(tried 23.2.1 justext==3.0.2 lxml==6.1.3)
spelled=$(tried 23.2.1 "lxml[html-clean]==6.1.3")
new=$(tried 26.3 justext==3.0.2 lxml==6.1.3)
echo "pip 23.2.1, justext (asks for html_clean): expected installed, import works; seen $old"
echo "pip 23.2.1, lxml[html-clean]             : expected installed, import works; seen $spelled"
echo "pip 26.3, justext (asks for html_clean): expected installed, import works; seen $new"
[ "$old" = "installed, import fails" ] && [ "$spelled" = "installed, import works" ] &&
  [ "$new" = "installed, import works" ]
