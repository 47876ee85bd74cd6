//! One request, from its plan to the bytes of its answer.

use super::{
    batch::{Asked, Batches},
    cache::{Compiled, Prepared},
    coalesce::{Answers, Coalesced, Lead},
    engine::{Answer, Shared},
    error::ResponseError,
    explanation::Explanation,
    failure::Failures,
    introspection,
    rows::ArmRows,
    stream,
    write::{Findings, Writer},
};
use crate::{
    document::{PathSegment, RequestError, Variables},
    execute::{DatabaseError, Session, pool::Pool, run::Call},
    plan::{
        Evaluated, Omissions, Plan, RootField,
        build::{Roots, plan},
    },
    sql,
};
use bytes::Bytes;
use serde_json::{Map, Value};
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

/// A request that has been understood.
pub(super) struct Execution {
    pub(super) shared: Arc<Shared>,
    pub(super) pool: Pool,
    pub(super) batches: Arc<Batches>,
    pub(super) answers: Arc<Answers>,
    pub(super) prepared: Arc<Prepared>,
    pub(super) variables: Variables,
    pub(super) session: Session,
    pub(super) request_id: Option<String>,
    /// What it takes, where the operator wants that to be told.
    pub(super) explanation: Option<Mutex<Explanation>>,
}

/// A plan with what the request gives it.
pub(super) struct Ready {
    pub(super) compiled: Arc<Compiled>,
    pub(super) evaluated: Vec<Evaluated>,
    pub(super) call: Call,
    /// What is wrong with root fields that are null therefore.
    pub(super) errors: Vec<ResponseError>,
}

impl Execution {
    /// Answers it.
    pub(super) async fn run(self) -> Answer {
        let ready = self.ready();
        let mut lead = match self.coalesce(&ready).await {
            Coalesced::Answered(body) => return Answer::Complete(body),
            Coalesced::Not(lead) => lead,
        };
        let rows = match self.share(&ready).await {
            Asked::Together(rows) => Ok(rows),
            Asked::First(running) => {
                let rows = self.fetch(&ready).await;
                // The next ones are asked while this answer is written.
                drop(running);
                rows
            }
            Asked::Alone if stream::is_streamable(&ready.compiled.plan) => {
                return stream::answer(self, ready, lead).await;
            }
            Asked::Alone if ready.compiled.plan.query.is_none() => Ok(Vec::new()),
            Asked::Alone => self.fetch(&ready).await,
        };
        lead.iter_mut().for_each(Lead::has_run);
        self.complete(ready, rows, lead).await
    }

    /// The answer of these rows, which `lead` is told as well.
    async fn complete(self, ready: Ready, result: Result<Vec<ArmRows>, DatabaseError>, lead: Option<Lead>) -> Answer {
        let introspection = self.introspection();
        let mut body = Body::new(ready.errors, ready.compiled.expected_length());
        match result {
            Ok(arms) => {
                let out = std::mem::take(&mut body.bytes);
                let mut writer = Writer::new(&self.shared.schema, &arms, &ready.evaluated, ready.compiled.tagged, out);
                writer.data(&ready.compiled.plan, &introspection);
                body.bytes = std::mem::take(&mut writer.out);
                body.add(writer.written());
            }
            Err(error) => {
                let error = Arc::new(error);
                self.log_error(&error, &ready.call.text);
                // Boxed, as it is rare, and every request would be as large as what it needs.
                Box::pin(self.without_failures(&ready.compiled.plan, &error, &introspection, &mut body)).await;
            }
        }
        let bytes = body.finish(&self, lead);
        ready.compiled.answered(bytes.len());
        Answer::Complete(bytes)
    }

    /// The plan for these variables. Root fields whose arguments are wrong are planned away, so that the others are still
    /// answered by one statement.
    pub(super) fn ready(&self) -> Ready {
        let shared = &self.shared;
        let shape = self.prepared.probes.key(&shared.schema, &self.variables);
        let nothing = Omissions::default();
        let plan = |roots: Roots<'_>| shared.compile(&self.prepared.operation, &self.variables, roots, &nothing);
        let mut compiled = shared.caches.plan(&self.prepared, shape, || plan(Roots::Except(&[])));
        let mut failed: Vec<(usize, RequestError)> = compiled.plan.errors.clone();
        loop {
            let (evaluated, errors) = self.evaluate(&compiled.plan);
            if errors.is_empty() {
                let errors = failed.iter().map(|(position, error)| at_root(&compiled.plan.roots[*position], error));
                let errors = errors.collect();
                let call = call(&compiled, &evaluated);
                return Ready { compiled, evaluated, call, errors };
            }
            failed.extend(errors);
            let positions: Vec<_> = failed.iter().map(|(position, _)| *position).collect();
            compiled = Arc::new(plan(Roots::Except(&positions)));
        }
    }

    /// A plan of root fields whose inputs have been found right.
    pub(super) fn ready_with(&self, compiled: Arc<Compiled>) -> Ready {
        let (evaluated, _) = self.evaluate(&compiled.plan);
        let call = call(&compiled, &evaluated);
        Ready { compiled, evaluated, call, errors: Vec::new() }
    }

    /// Reads the inputs: at most one error for each root field, which fails by it.
    fn evaluate(&self, plan: &Plan) -> (Vec<Evaluated>, Vec<(usize, RequestError)>) {
        let mut evaluated = Vec::with_capacity(plan.inputs.len());
        let mut errors: Vec<(usize, RequestError)> = Vec::new();
        for input in &plan.inputs {
            match input.evaluate(&self.shared.schema, &self.variables, &evaluated) {
                Ok(value) => evaluated.push(value),
                Err(error) if errors.iter().any(|(root, _)| *root == input.root) => drop(error),
                Err(error) => errors.push((input.root, error)),
            }
        }
        (evaluated, errors)
    }

    pub(super) fn introspection(&self) -> introspection::Answers {
        introspection::answers(&self.shared.schema, &self.prepared.operation, &self.variables)
    }

    /// All rows, by arm. A connection that had died unnoticed is replaced once.
    pub(super) async fn fetch(&self, ready: &Ready) -> Result<Vec<ArmRows>, DatabaseError> {
        self.log_statement(&ready.call);
        self.explain(|explanation| explanation.statement(&ready.call));
        let mut connection = self.shared.connect(&self.pool).await?;
        loop {
            let was_used = connection.is_used();
            let rows = self.collect(&mut connection, ready).await;
            match rows {
                Err(DatabaseError::Unavailable(_)) if was_used => {
                    drop(connection);
                    connection = self.shared.connect(&self.pool).await?;
                }
                rows => {
                    let count: usize = rows.iter().flatten().map(|arm| arm.all().len()).sum();
                    self.explain(|explanation| explanation.rows += count);
                    return rows;
                }
            }
        }
    }

    async fn collect(
        &self,
        connection: &mut crate::execute::run::Running,
        ready: &Ready,
    ) -> Result<Vec<ArmRows>, DatabaseError> {
        let mut arms = ArmRows::of_plan(&ready.compiled);
        let mut rows = connection.rows(&ready.call, &self.session, self.shared.patience())?;
        while let Some(row) = rows.next().await? {
            ArmRows::sort_in(row, &mut arms, ready.compiled.tagged)?;
        }
        Ok(arms)
    }

    pub(super) fn write_root(
        &self,
        root: &RootField,
        (arms, evaluated, tagged): (&[ArmRows], &[Evaluated], bool),
        failures: Failures<'_>,
        introspection: &introspection::Answers,
        body: &mut Body,
    ) {
        let mut writer = Writer { failures, ..Writer::new(&self.shared.schema, arms, evaluated, tagged, Vec::new()) };
        // Whoever calls has written the comma.
        writer.root(root, 0, introspection);
        body.bytes.extend_from_slice(&writer.out);
        body.add(writer.written());
    }

    /// A root field that failed as a whole.
    pub(super) fn write_null(&self, root: &RootField, error: &DatabaseError, body: &mut Body) {
        root.key.write(0, &mut body.bytes);
        body.bytes.extend_from_slice(b"null");
        let path = vec![PathSegment::Key(root.key.text.to_string())];
        body.errors.push(ResponseError::of_database(error, self.request_id.as_deref(), root.location, path));
    }
}

/// The body of an answer as it grows: `{"data":` and what follows.
pub(super) struct Body {
    pub(super) bytes: Vec<u8>,
    pub(super) errors: Vec<ResponseError>,
    pub(super) truncated: Vec<Value>,
    resolver_statements: usize,
}

impl Body {
    /// One of about so many bytes.
    pub(super) fn new(errors: Vec<ResponseError>, length: usize) -> Self {
        let mut bytes = Vec::with_capacity(length);
        bytes.extend_from_slice(b"{\"data\":");
        Self { bytes, errors, truncated: Vec::new(), resolver_statements: 0 }
    }

    /// Adds what was found out while values were written.
    pub(super) fn add(&mut self, written: Findings) {
        self.errors.extend(written.errors);
        self.truncated.extend(written.truncated);
        self.resolver_statements += written.resolver_statements;
    }

    /// `errors` and `extensions`, after `data`. Whoever waits for it is told, unless there are errors, which name a request.
    pub(super) fn finish(mut self, execution: &Execution, lead: Option<Lead>) -> Bytes {
        let lead = lead.filter(|_| self.errors.is_empty());
        if !self.errors.is_empty() {
            let errors: Vec<_> = self.errors.iter().map(ResponseError::to_json).collect();
            self.bytes.extend_from_slice(format!(",\"errors\":{}", Value::from(errors)).as_bytes());
        }
        let mut extensions = Map::new();
        if !self.truncated.is_empty() {
            extensions.insert("truncated".to_owned(), self.truncated.into());
        }
        execution.explain(|explanation| {
            extensions.insert("explain".to_owned(), explanation.to_json(self.resolver_statements));
        });
        if !extensions.is_empty() {
            self.bytes.extend_from_slice(format!(",\"extensions\":{}", Value::from(extensions)).as_bytes());
        }
        self.bytes.push(b'}');
        let bytes = Bytes::from(self.bytes);
        if let Some(lead) = lead {
            lead.tell(&bytes);
        }
        bytes
    }
}

impl Shared {
    /// How long PostgreSQL may let us wait: it ends every statement earlier.
    pub(super) fn patience(&self) -> Duration {
        self.statement_timeout + Duration::from_secs(5)
    }

    pub(super) fn compile(
        &self,
        operation: &crate::document::Operation,
        variables: &Variables,
        roots: Roots<'_>,
        omissions: &Omissions,
    ) -> Compiled {
        let plan = plan(&self.schema, operation, variables, roots, omissions);
        let statement = plan.query.as_ref().map(|query| sql::compile(&self.schema, query));
        Compiled::new(plan, statement)
    }
}

fn call(compiled: &Compiled, evaluated: &[Evaluated]) -> Call {
    let binds = compiled.plan.query.iter().flat_map(|query| &query.binds);
    let parameter = |bind: &crate::plan::Bind| {
        evaluated.get(bind.input).and_then(|input| input.parts.get(bind.part)).cloned().unwrap_or_default()
    };
    Call { text: Arc::clone(&compiled.text), parameters: binds.map(parameter).collect(), once: false }
}

fn at_root(root: &RootField, error: &RequestError) -> ResponseError {
    let mut error = ResponseError::from(error);
    error.path = vec![PathSegment::Key(root.key.text.to_string())];
    error
}
