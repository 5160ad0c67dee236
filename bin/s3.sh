# shellcheck shell=bash
# shellcheck disable=SC2154 # root and java are set by whoever sources this
# An S3-compatible server on 127.0.0.1, for development and measurements: a process of its own that ends with the one that
# started it. Sourced, not run; wants $root, $java and tools.sh.

s3_port=${S3_PORT:-8333}
s3_bucket=atelier

# s3_program: its libraries in target/s3, fetched once for each version.
s3_program() {
  local lib=$root/target/s3 wanted
  wanted=$(cksum "$root/pom.xml" "$root/bin/s3/pom.xml")
  [[ $wanted != "$(cat "$lib/stamp" 2>/dev/null)" ]] || return 0
  rm -rf "$lib"
  mvn -B -ntp -q -f "$root/bin/s3/pom.xml" dependency:copy-dependencies -DoutputDirectory="$lib" >&2 || return 1
  printf '%s\n' "$wanted" >"$lib/stamp"
}

s3_answers() { (: <"/dev/tcp/127.0.0.1/$s3_port") 2>/dev/null; }

# s3_start FOLDER: starts it with its buckets, and a key that it makes up once, in a folder; the environment names it to Atelier
# and to the AWS SDK. The pages of any origin may read from it.
s3_start() {
  local folder=$1 i
  s3_answers && fail "${refused:-The S3 server was not started}" "something else answers on port $s3_port." \
    'Name a free port for the S3 server: S3_PORT=8334'
  s3_program || fail "${refused:-The S3 server was not started}" 'its libraries could not be fetched.' \
    'What Maven said is above.'
  mkdir -p "$folder/buckets/$s3_bucket"
  [[ -s $folder/key ]] || (umask 077 && od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$folder/key")
  AWS_SECRET_ACCESS_KEY=$(cat "$folder/key")
  (umask 077 && cat >"$folder/s3proxy.conf") <<CONF
jclouds.provider=filesystem
jclouds.filesystem.basedir=$folder/buckets
jclouds.identity=none
jclouds.credential=none
s3proxy.endpoint=http://127.0.0.1:$s3_port
s3proxy.authorization=aws-v2-or-v4
s3proxy.identity=atelier
s3proxy.credential=$AWS_SECRET_ACCESS_KEY
s3proxy.cors-allow-all=true
CONF
  # Not of this terminal's processes: an interrupt is for Atelier, which then still wants its bucket.
  setsid setpriv --pdeathsig KILL "$java" -XX:+UseSerialGC -XX:-UsePerfData -Xmx192m \
    -Dlogback.configurationFile="$root/bin/s3/logback.xml" -cp "$root/target/s3/*" \
    org.gaul.s3proxy.Main --properties "$folder/s3proxy.conf" >"$folder/s3.log" 2>&1 &
  s3_pid=$!
  for ((i = 0; i < 300; i++)); do
    ! s3_answers || break
    kill -0 "$s3_pid" 2>/dev/null || fail "${refused:-Nothing was started}" 'the S3 server ended.' "What it said is in $folder/s3.log"
    sleep 0.1
  done
  export AWS_ACCESS_KEY_ID=atelier AWS_SECRET_ACCESS_KEY
  export ATELIER_S3_ENDPOINT=http://127.0.0.1:$s3_port ATELIER_S3_REGION=us-east-1
}
