"""Ace by DAISY on real books."""

import json
import os
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).parent / "node_modules/@daisy/ace-cli/bin/ace.js"
ONLY_A_CERTIFIER_HAS = {"a11y:certifiedBy", "a11y:certifierCredential", "a11y:certifierReport"}


def test_ace_finds_nothing(node, chromium, book, tmp_path):
    _check(node, chromium, book, tmp_path)


def test_ace_finds_nothing_in_a_book_of_everything(node, chromium, full_book, tmp_path):
    _check(node, chromium, full_book, tmp_path)


def _check(node, chromium, book, tmp_path):
    environment = {
        **os.environ,
        "PUPPETEER_EXECUTABLE_PATH": chromium,
        "ACE_TIMEOUT_INITIAL": "60000",
        "HOME": str(tmp_path),
    }
    command = [node, str(SCRIPT), "-f", "-s", "-E", "-o", str(tmp_path / "ace"), str(book)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads((tmp_path / "ace/report.json").read_text(encoding="utf-8"))
    assert report["earl:result"]["earl:outcome"] == "pass"
    assert [found for one in report["assertions"] for found in one["assertions"]] == []
    metadata = report["a11y-metadata"]
    assert set(metadata["missing"]) <= ONLY_A_CERTIFIER_HAS
    assert metadata["empty"] == []
