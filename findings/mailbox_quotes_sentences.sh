#!/usr/bin/env bash
# mailbox.mbox of Python's standard library: a mail with a line that begins with "From " is put into a mailbox and read
# again.
# Expected: the mail that was put in. A line "From ..." has to be marked with ">" in the file, and a reader takes the
# mark away.
# Seen: the mark is written and stays: the sentence comes back as ">From ...", and each time it is copied on to another
# mailbox it stays so.
# For a user: a writer's own sentence looks like one that is quoted from somebody else's mail.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 - "$folder" <<'PYTHON'
import mailbox
import platform
import sys
from email.message import EmailMessage

message = EmailMessage()
message["From"], message["Subject"] = "The Echo <news@a.example>", "Talks"
message.set_content("From the start it was clear.\n")
box = mailbox.mbox(sys.argv[1] + "/box", factory=None)
box.add(message)
box.flush()
(again,) = mailbox.mbox(sys.argv[1] + "/box", factory=None)
print("Python", platform.python_version())
print("expected:", repr(message.get_payload()), " seen:", repr(again.get_payload()))
same = again.get_payload() == ">From the start it was clear.\n"
sys.exit(0 if same else "changed: the mark is taken away now")
PYTHON
