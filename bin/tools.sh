# shellcheck shell=bash
# What the commands share: what they need of the machine, and how they say so. Sourced, not run.

# Java reads the names of files by the locale: without UTF-8 it could not open "été.mp4". A locale that is named but not
# installed counts as none.
[[ $(locale charmap 2>/dev/null) == UTF-8 ]] || export LC_ALL=C.UTF-8

# fail CONSEQUENCE REASON [WHAT TO DO…]
fail() {
  printf '\n%s: %s\n' "$1" "$2" >&2
  shift 2
  [[ $# -eq 0 ]] || printf '%s\n' "$@" >&2
  exit 1
}

# Prints the comment that a command begins with, if its arguments ask for that, and ends.
help_if_asked() {
  local argument
  for argument in "$@"; do
    if [[ $argument == --help || $argument == -h ]]; then
      sed -n '2,/^[^#]/{/^#/!d;s/^# \{0,1\}//;p}' "$0"
      exit
    fi
  done
}

# The first number that a program prints; 0 if there is none, or no such program.
major() {
  local number
  number=$("$@" 2>/dev/null | sed -n '1s/^[^0-9]*\([0-9]\{1,\}\).*/\1/p') || true
  printf '%s' "${number:-0}"
}

# need_tools CONSEQUENCE: ends with what to install unless all that it is built with is there.
need_tools() {
  local javac=javac missing=()
  [[ -z ${JAVA_HOME:-} ]] || javac=$JAVA_HOME/bin/javac
  (($(major "$javac" -version) >= 17)) ||
    missing+=('  a JDK, 17 or newer     apt-get install openjdk-17-jdk-headless, or set JAVA_HOME')
  command -v mvn >/dev/null ||
    missing+=('  Maven                  apt-get install maven')
  if (($(major node --version) < 20)) || ! command -v npm >/dev/null; then
    missing+=('  Node 20 or newer, npm  https://nodejs.org')
  fi
  ((${#missing[@]} == 0)) || fail "$1" 'it is built with these, and they are not there:' "${missing[@]}" \
    'Install them, then start again.'
}

# Prints where the application's archive is; where there is none, it is built. Needs root.
application() {
  local archive
  archive=$(find "$root/routes/target" -maxdepth 1 -name 'routes-*-app.jar' 2>/dev/null | head -n 1)
  if [[ -z $archive ]]; then
    (cd "$root" && mvn -B -ntp -q -DskipTests -Dspotless.check.skip -Dmdep.analyze.skip package >&2)
    archive=$(echo "$root"/routes/target/routes-*-app.jar)
  fi
  printf '%s' "$archive"
}

# How the JVM runs the application.
# No -XX:TieredStopAtLevel=1: it would start a second sooner, and hash files at a tenth of the speed for ever after.
java_flags=(-XX:+UseSerialGC -XX:-UsePerfData -XX:+ExitOnOutOfMemoryError)
# Ten times the JVM's own thresholds for its second compiler: beside FFmpeg little is worth its time, and what is, is reached all
# the same (bin/bench: about a quarter less CPU at the start, a fifth less in a job).
java_flags+=(-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000)
java_flags+=(-XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000)
