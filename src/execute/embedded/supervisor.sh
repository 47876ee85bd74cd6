# Runs a PostgreSQL for relata, and removes it when relata ends, in whatever way that happens.
#
#   sh supervisor DIRECTORY BIN TEMPLATE SOCKETS [-c NAME=VALUE]...
#
# Standard input is the pipe "control" in DIRECTORY: only processes of relata hold its other end, so that its end means
# that all of them are gone. Standard error is the lock on DIRECTORY: whoever finds it unlocked may remove DIRECTORY.
# Both must not reach PostgreSQL, or it would keep the directory alive by itself.
#
# Files that relata reads: made (a copy of a fresh cluster, to be kept as template), unprepared (initdb failed),
# ended (postgres ended, by itself or not), stopped (from the answer to "stop" until that to "start"), joined-NAME (the
# answer to "join NAME"). Only this script removes them.

# The terminal and the shell send these to whole groups of processes; only the end of the pipe counts here.
trap '' HUP INT QUIT TERM PIPE
exec 3<&0 4>&2 </dev/null >/dev/null
directory=$1 bin=$2 template=$3 sockets=$4
shift 4
umask 077
cd "$directory" || exit 1
exec 2>>supervisor.log

initialise() {
    "$bin/initdb" -A trust -U postgres -E UTF8 --locale=C -N -D "$directory/data" >>postgres.log 2>&1 || return 1
    # Synchronised, because a template outlives a power cut, and one with holes would be worse than none.
    [ -z "$template" ] || { cp -R data making && "$bin/initdb" -S -D making && mv making made; } >>supervisor.log 2>&1
    return 0
}

prepare() {
    [ "$sockets" = "$directory" ] || mkdir -m 700 "$sockets" || return 1
    if [ -d "$template" ]; then
        cp -R "$template" data && return 0
        rm -rf data
    fi
    initialise
}

serve() {
    rm -f server ended
    (
        "$bin/postgres" -D "$directory/data" "$@" >>postgres.log 2>&1 &
        echo $! >server
        wait $!
        echo $? >ended
    ) 3<&- 4>&- &
}

nap() {
    sleep 0.02 2>/dev/null || sleep 1
}

# Sends signal $1 and waits for the end of PostgreSQL; after some ten seconds it is killed. Without the directory nobody
# would learn of that end, nor is there anything left to do.
halt() {
    until [ -s server ] || [ -e ended ] || [ ! -e "$directory" ]; do nap; done
    [ -e ended ] || kill -"$1" "$(cat server)"
    patience=500
    until [ -e ended ] || [ ! -e "$directory" ]; do
        nap
        patience=$((patience - 1))
        [ $patience -ne 0 ] || kill -KILL "$(cat server)"
    done
}

if prepare 3<&- 4>&-; then
    serve "$@"
    while read -r command name <&3; do
        case $command in
        stop)
            halt INT
            : >stopped
            ;;
        start)
            serve "$@"
            rm -f stopped
            ;;
        join) : >"joined-$name" ;;
        esac
    done
    # Nothing in it is needed any more, so there is no reason to let it finish.
    halt QUIT
else
    : >unprepared
    while read -r command <&3; do :; done
fi

exec 2>/dev/null
cd /
attempts=100
until rm -rf "$directory" && [ ! -e "$directory" ]; do
    attempts=$((attempts - 1))
    [ $attempts -ne 0 ] || exit 1
    nap
done
[ "$sockets" = "$directory" ] || rm -rf "$sockets"
