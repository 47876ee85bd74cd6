//! PostGraphile over HTTP, in production settings, from npm with the Node.js that it needs.

use crate::{
    Outcome,
    answers::{ask, excerpt, is_cursor, without},
    load,
    setting::{Database, Server},
    shapes::Shape,
};
use serde_json::{Value, json};
use std::{fs, net::TcpListener, path::PathBuf, process::Command};

const POSTGRAPHILE: &str = "postgraphile@5.1.5";
const NODE_VERSION: &str = "22.23.3";

/// The package that npm's `node` would fetch by a script, and scripts of packages are not run.
fn node_package() -> String {
    let system = if cfg!(target_os = "macos") { "darwin" } else { "linux" };
    let processor = if cfg!(target_arch = "aarch64") { "arm64" } else { "x64" };
    format!("node-{system}-{processor}")
}

/// The preset that PostGraphile recommends for a new project, with as many connections as relata has. It is allowed to order by
/// columns without an index, as shape c does.
const CONFIGURATION: &str = r#"import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { makePgService } from "postgraphile/adaptors/pg";

export default {
  extends: [PostGraphileAmberPreset],
  disablePlugins: ["PgIndexBehaviorsPlugin"],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, poolConfig: { max: 8 } })],
  grafserv: { host: "127.0.0.1", port: Number(process.env.PORT), graphiql: false, watch: false },
  grafast: { explain: false },
};
"#;

/// Installs it, if it is not there yet, and starts it for a database.
pub(crate) fn start(database: &Database, name: &str) -> Outcome<Server> {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("peers");
    let node = directory.join("node_modules").join(node_package()).join("bin/node");
    if !directory.join("node_modules/postgraphile").exists() || !node.exists() {
        let packages = [POSTGRAPHILE.to_owned(), format!("{}@{NODE_VERSION}", node_package())];
        eprintln!("installing {} …", packages.join(" and "));
        fs::create_dir_all(&directory)?;
        fs::write(directory.join("package.json"), "{ \"private\": true, \"type\": \"module\" }\n")?;
        let mut npm = Command::new("npm");
        npm.current_dir(&directory).args(["install", "--no-audit", "--no-fund", "--ignore-scripts"]).args(packages);
        load::run(&mut npm)?;
    }
    fs::write(directory.join("graphile.config.mjs"), CONFIGURATION)?;
    // It says on standard output where it listens, but cannot choose a port that is free.
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let mut command = Command::new("sh");
    command.current_dir(&directory).args(["-c", "exec \"$0\" node_modules/postgraphile/dist/cli-run.js >&2"]).arg(node);
    command.env("NODE_ENV", "production").env("PORT", port.to_string()).env("PGOPTIONS", database.session);
    command.env("DATABASE_URL", database.url(name));
    Server::spawn(command, |line| line.contains("listening").then(|| format!("http://127.0.0.1:{port}/graphql")))
}

/// The body that asks PostGraphile for a shape, if it has a query for that; its answer is compared with relata's.
pub(crate) async fn body(shape: &Shape, peer: &Server, (url, own): (&str, &str)) -> Outcome<Option<String>> {
    let Ok(query) = fs::read_to_string(shape.file("postgraphile.graphql")) else { return Ok(None) };
    let mut variables = json!({});
    if let Some((cursor, pointer)) = shape.cursor {
        let cursor = cursor.replace("tracks(", "tracks: allTracks(");
        let answer = ask(&peer.url, &json!({ "query": cursor }).to_string()).await?;
        variables["after"] = answer.pointer(pointer).cloned().ok_or("PostGraphile gives no cursor")?;
    }
    let body = json!({ "query": query, "variables": variables }).to_string();
    let (own, other) = (ask(url, own).await?, ask(&peer.url, &body).await?);
    if comparable(&own["data"]) != comparable(&other["data"]) {
        return Err(format!(
            "shape {}: PostGraphile says {}, but relata {}",
            shape.name,
            excerpt(&other),
            excerpt(&own)
        )
        .into());
    }
    Ok(Some(body))
}

/// What both must say alike: the specification of connections lets `hasPreviousPage` be false where pages are walked forwards,
/// as PostGraphile does; relata looks.
fn comparable(data: &Value) -> Value {
    without(data, |key| is_cursor(key) || key == "hasPreviousPage")
}
