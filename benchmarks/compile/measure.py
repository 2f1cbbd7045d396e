# SPDX-License-Identifier: BSL-1.0
"""What does a compiler take for a program? Processor time of the user, and the most memory, in interleaved runs."""
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys


class Compiler:
    """One compiler, and where it finds the headers."""

    def __init__(self, path, includes, flags, folder):
        self.path, self.flags = shutil.which(path), flags
        self.folder = pathlib.Path(folder) / pathlib.Path(path).name
        self.folder.mkdir()
        self.search = [part for include in includes for part in ("-isystem", str(include))]
        version = subprocess.check_output([self.path, "-dumpversion"], text=True).split(".")[0].strip()
        family = "clang" if "clang" in pathlib.Path(self.path).name else "g++"
        self.name = f"{family} {version}"

    def compile(self, program):
        """[seconds, megabytes], or None if the program does not compile."""
        source, said = self.folder / "program.cpp", self.folder / "said.txt"
        source.write_text(program.source + "\n")
        command = [self.path, "-std=c++20", *self.flags, *self.search, *program.flags, str(source)]
        with said.open("wb") as errors, subprocess.Popen(command, stdout=errors, stderr=errors) as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode == 0:
            return [used.ru_utime, used.ru_maxrss / 1024]
        if not program.is_optional:
            sys.exit(f"{self.name} does not compile {program.name}:\n{said.read_text()[:3000]}")
        return None


def rounds_of(compiler, programs, repeats):
    """[{name of program: [seconds, megabytes]}]: each round has every program once, in an order of its own, so that a slow
    minute hits all of them. What is large is in the first rounds only; what does not compile, in none."""
    programs, rounds = list(programs), []
    for number in range(repeats):
        order = [p for p in programs if number < p.most_runs]
        random.Random(number).shuffle(order)
        measured = {}
        for program in order:
            cost = compiler.compile(program)
            if cost is None:
                print(f"{compiler.name}: {program.name} is left out, which does not compile here", file=sys.stderr)
                programs.remove(program)
            else:
                measured[program.name] = cost
        rounds.append(measured)
    return rounds


# A difference is what a program costs beyond another: seconds(rounds, ("x + x, 100", "operations")).

def differences(rounds, pair):
    name, base = pair
    return {i: r[name][0] - (r[base][0] if base else 0.0) for i, r in enumerate(rounds) if name in r and (not base or base in r)}


def seconds(rounds, pair):
    """The median over the rounds; None where it was not measured."""
    values = differences(rounds, pair)
    return statistics.median(values.values()) if values else None


def ratio(rounds, pair, unit):
    """The median of each round's ratio."""
    values, units = differences(rounds, pair), differences(rounds, unit)
    ratios = [values[i] / units[i] for i in values if i in units and units[i] > 0]
    return statistics.median(ratios) if ratios else None


def megabytes(rounds, name):
    values = [r[name][1] for r in rounds if name in r]
    return statistics.median(values) if values else None
