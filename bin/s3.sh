# shellcheck shell=bash
# shellcheck disable=SC2154,SC2034 # root and java are set by whoever sources this, which uses what is set here
# Servers that are compatible with S3 and SQS, on 127.0.0.1, for development and measurements: processes of their own that end
# with the one that started them. Sourced, not run; wants $root, $java and tools.sh.

s3_port=${S3_PORT:-8333}
s3_bucket=atelier
sqs_port=${SQS_PORT:-9324}

# program_of NAME: a server's libraries in target/NAME, fetched once for each version.
program_of() {
  local lib=$root/target/$1 wanted
  wanted=$(cksum "$root/pom.xml" "$root/bin/$1/pom.xml")
  [[ $wanted != "$(cat "$lib/stamp" 2>/dev/null)" ]] || return 0
  rm -rf "$lib"
  mvn -B -ntp -q -f "$root/bin/$1/pom.xml" dependency:copy-dependencies -DoutputDirectory="$lib" >&2 || return 1
  printf '%s\n' "$wanted" >"$lib/stamp"
}

answers_at() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# server_start NAME PORT SETTING LOG ARGUMENT…: starts one, and waits until it answers. Its process is in $server_pid.
server_start() {
  local name=$1 port=$2 setting=$3 log=$4 i
  shift 4
  answers_at "$port" && fail "${refused:-The ${name^^} server was not started}" "something else answers on port $port." \
    "Name a free port for the ${name^^} server: $setting=$((port + 1))"
  program_of "$name" || fail "${refused:-The ${name^^} server was not started}" 'its libraries could not be fetched.' \
    'What Maven said is above.'
  # Not of this terminal's processes: an interrupt is for Atelier, which then still wants its bucket.
  setsid setpriv --pdeathsig KILL "$java" -XX:+UseSerialGC -XX:-UsePerfData -Xmx192m \
    -Dlogback.configurationFile="$root/bin/s3/logback.xml" -cp "$root/target/$name/*" "$@" >"$log" 2>&1 &
  server_pid=$!
  for ((i = 0; i < 300; i++)); do
    ! answers_at "$port" || break
    kill -0 "$server_pid" 2>/dev/null || fail "${refused:-Nothing was started}" "the ${name^^} server ended." "What it said is in $log"
    sleep 0.1
  done
}

# s3_start FOLDER: starts it with its buckets, and a key that it makes up once, in a folder; the environment names it to Atelier
# and to the AWS SDK. The pages of any origin may read from it.
s3_start() {
  local folder=$1
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
  server_start s3 "$s3_port" S3_PORT "$folder/s3.log" org.gaul.s3proxy.Main --properties "$folder/s3proxy.conf"
  s3_pid=$server_pid
  export AWS_ACCESS_KEY_ID=atelier AWS_SECRET_ACCESS_KEY
  export ATELIER_S3_ENDPOINT=http://127.0.0.1:$s3_port ATELIER_S3_REGION=us-east-1
}

# sqs_start FOLDER QUEUE: starts the other one with a queue, whose address is in $sqs_queue. What is in it ends with it.
sqs_start() {
  local folder=$1 queue=$2
  cat >"$folder/elasticmq.conf" <<CONF
include classpath("application.conf")
generate-node-address = false
node-address { protocol = http, host = "127.0.0.1", port = $sqs_port, context-path = "" }
rest-sqs { enabled = true, bind-port = $sqs_port, bind-hostname = "127.0.0.1", sqs-limits = strict }
rest-stats { enabled = false }
queues { $queue {} }
CONF
  server_start sqs "$sqs_port" SQS_PORT "$folder/sqs.log" -Dconfig.file="$folder/elasticmq.conf" org.elasticmq.server.Main
  sqs_queue=http://127.0.0.1:$sqs_port/000000000000/$queue
}
