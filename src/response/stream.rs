//! Answers whose rows are written as they arrive: one connection of one level. What does not fit into one buffer is sent
//! on in parts, so that memory does not grow with the number of rows (DESIGN.md section 2).

use super::{
    answer::{Body, Execution, Ready},
    coalesce::{self, Lead},
    engine::{Answer, Broken},
    error::{ResponseError, refusal},
    write::{Segment, Writer},
};
use crate::{
    execute::{
        DatabaseError,
        run::{Row, Running},
    },
    plan::{ConnectionField, ConnectionShape, ConnectionValue, Plan, RootField, RootValue},
};
use bytes::Bytes;
use std::{sync::Arc, time::Duration};
use tokio::sync::{mpsc, oneshot};

/// Until an answer is longer than this, a failure still becomes an ordinary error.
const LONGEST_BUFFERED: usize = 64 * 1024;
/// Parts that may wait for a client.
const PARTS: usize = 4;
/// A client that does not read for so long is cut off.
const WRITE_TIMEOUT: Duration = Duration::from_secs(30);

/// Whether rows can be written as they come: they are of one arm, read forwards, listed once, and nothing before the list
/// depends on them.
pub(super) fn is_streamable(plan: &Plan) -> bool {
    let one_arm = plan.query.as_ref().is_some_and(|query| query.arms.len() == 1);
    one_arm && the_connection(plan).is_some_and(|(_, shape)| list_position(shape).is_some())
}

fn the_connection(plan: &Plan) -> Option<(&RootField, &ConnectionShape)> {
    plan.roots.iter().find_map(|root| match &root.value {
        RootValue::Connection(shape) => Some((root, shape)),
        _ => None,
    })
}

fn list_position(shape: &ConnectionShape) -> Option<usize> {
    let is_list =
        |field: &ConnectionField| matches!(field.value, ConnectionValue::Nodes(_) | ConnectionValue::Edges(_));
    let position = shape.fields.iter().position(is_list)?;
    let (before, after) = shape.fields.split_at(position);
    let constant = |field: &ConnectionField| matches!(field.value, ConnectionValue::Constant(_));
    let known_after = |field: &ConnectionField| constant(field) || matches!(field.value, ConnectionValue::PageInfo(_));
    let whole = !shape.page.reversed && shape.page.last.is_none();
    (whole && before.iter().all(constant) && after[1..].iter().all(known_after)).then_some(position)
}

/// Answers. Most answers are whole before a part of them has to leave; what is left to do of the others becomes a task
/// of its own, which lives on while parts are sent.
pub(super) async fn answer(execution: Execution, ready: Ready, lead: Option<Lead>) -> Answer {
    let (sender, mut receiver) = oneshot::channel();
    let mut work = Box::pin(Streaming::new(execution, ready, lead, sender).run());
    let answer = tokio::select! {
        biased;
        () = &mut work => receiver.await,
        answer = &mut receiver => {
            tokio::spawn(work);
            answer
        }
    };
    // The caller is told something in every case, unless the work panics.
    answer.unwrap_or_else(|_| Answer::Refused(refusal(&[ResponseError::internal()])))
}

struct Streaming {
    execution: Execution,
    ready: Ready,
    /// Those that wait for the same answer; gone once it is being streamed.
    lead: Option<Lead>,
    /// How the caller is told what becomes of the answer; gone once it is being streamed.
    caller: Option<oneshot::Sender<Answer>>,
    parts: Option<mpsc::Sender<Result<Bytes, Broken>>>,
}

/// Why an answer ends early.
enum Stop {
    Database(DatabaseError),
    /// The client is gone, or does not read.
    Client,
}

impl From<DatabaseError> for Stop {
    fn from(error: DatabaseError) -> Self {
        Self::Database(error)
    }
}

impl Streaming {
    fn new(execution: Execution, ready: Ready, lead: Option<Lead>, caller: oneshot::Sender<Answer>) -> Self {
        Self { execution, ready, lead, caller: Some(caller), parts: None }
    }

    async fn run(mut self) {
        self.execution.log_statement(&self.ready.call);
        let finished = self.attempts().await;
        match finished {
            Ok(rest) => self.finish(rest).await,
            Err(Stop::Client) => {
                self.execution.log(|| tracing::debug!("the client went away before its answer was finished"));
            }
            Err(Stop::Database(error)) => {
                self.execution.log_error(&error, &self.ready.call.text);
                match (&self.parts, self.caller.take()) {
                    (Some(parts), _) => drop(parts.send(Err(Broken)).await),
                    (None, Some(caller)) => drop(caller.send(Answer::Complete(self.failed(&error).await))),
                    (None, None) => {}
                }
            }
        }
    }

    /// A connection that had died unnoticed is replaced once, if nothing was sent yet.
    async fn attempts(&mut self) -> Result<Bytes, Stop> {
        let mut connection = self.execution.shared.connect(&self.execution.pool).await?;
        loop {
            let was_used = connection.is_used();
            match self.write(&mut connection).await {
                Err(Stop::Database(DatabaseError::Unavailable(_))) if was_used && self.parts.is_none() => {
                    drop(connection);
                    connection = self.execution.shared.connect(&self.execution.pool).await?;
                }
                result => return result,
            }
        }
    }

    /// Writes the answer; gives back what has not been sent.
    async fn write(&mut self, connection: &mut Running) -> Result<Bytes, Stop> {
        let Self { execution, ready, lead, caller, parts } = self;
        let introspection = execution.introspection();
        let plan = &ready.compiled.plan;
        let Some((root, shape)) = the_connection(plan) else { return Ok(Bytes::new()) };
        let mut body = Body::new(ready.errors.clone(), ready.compiled.expected_length());
        execution.explain(|explanation| explanation.statement(&ready.call));
        let out = std::mem::take(&mut body.bytes);
        let mut writer = Writer::new(&execution.shared.schema, &[], &ready.evaluated, ready.compiled.tagged, out);
        writer.out.push(b'{');
        let longest = if lead.as_ref().is_none_or(Lead::is_alone) { LONGEST_BUFFERED } else { coalesce::LONGEST };
        let mut page = Page::new(shape, writer.size_of_first(shape));
        for (position, field) in plan.roots.iter().enumerate() {
            if !std::ptr::eq(field, root) {
                writer.root(field, position, &introspection);
                continue;
            }
            page.open(&mut writer, root, position);
            let mut rows = connection.rows(&ready.call, &execution.session, execution.shared.patience())?;
            while let Some(row) = rows.next().await? {
                page.row(&mut writer, row).map_err(Stop::Database)?;
                if writer.out.len() > longest || (page.sent > 0 && writer.out.len() > LONGEST_BUFFERED) {
                    page.sent += writer.out.len();
                    ready.compiled.answered(page.sent);
                    let part = std::mem::replace(&mut writer.out, Vec::with_capacity(ready.compiled.expected_length()));
                    // It will be too long for others to wait for it.
                    *lead = None;
                    send(caller, parts, part.into()).await?;
                }
            }
            lead.iter_mut().for_each(Lead::has_run);
            page.close(&mut writer, root).map_err(Stop::Database)?;
        }
        writer.out.push(b'}');
        body.bytes = std::mem::take(&mut writer.out);
        execution.explain(|explanation| explanation.rows += page.came);
        body.add(writer.written());
        let bytes = body.finish(execution, lead.take());
        ready.compiled.answered(page.sent + bytes.len());
        Ok(bytes)
    }

    async fn finish(mut self, rest: Bytes) {
        match self.caller.take() {
            Some(caller) => drop(caller.send(Answer::Complete(rest))),
            None => drop(send(&mut None, &mut self.parts, rest).await),
        }
    }

    /// The answer of a statement that failed before anything was sent.
    async fn failed(&self, error: &DatabaseError) -> Bytes {
        let introspection = self.execution.introspection();
        let mut body = Body::new(self.ready.errors.clone(), 0);
        // Boxed, as it is rare, and every request would be as large as what it needs.
        Box::pin(self.execution.without_failures(&self.ready.compiled.plan, error, &introspection, &mut body)).await;
        body.finish(&self.execution, None)
    }
}

/// Hands a part on; the first one turns the answer into a stream.
async fn send(
    caller: &mut Option<oneshot::Sender<Answer>>,
    parts: &mut Option<mpsc::Sender<Result<Bytes, Broken>>>,
    part: Bytes,
) -> Result<(), Stop> {
    if let Some(caller) = caller.take() {
        let (sender, receiver) = mpsc::channel(PARTS);
        *parts = Some(sender);
        caller.send(Answer::Stream(receiver)).map_err(|_| Stop::Client)?;
    }
    let Some(parts) = parts else { return Err(Stop::Client) };
    match tokio::time::timeout(WRITE_TIMEOUT, parts.send(Ok(part))).await {
        Ok(Ok(())) => Ok(()),
        _ => Err(Stop::Client),
    }
}

/// The page while its rows come.
struct Page<'p> {
    shape: &'p ConnectionShape,
    size: usize,
    came: usize,
    first: Option<Row>,
    last: Option<Row>,
    /// Where the value begins, to put null there if it fails.
    start: usize,
    /// Bytes that are on their way.
    sent: usize,
    failed: bool,
}

impl<'p> Page<'p> {
    fn new(shape: &'p ConnectionShape, size: usize) -> Self {
        Self { shape, size, came: 0, first: None, last: None, start: 0, sent: 0, failed: false }
    }

    fn list(&self) -> usize {
        list_position(self.shape).unwrap_or(0)
    }

    /// Everything before the first row.
    fn open(&mut self, writer: &mut Writer<'_>, root: &RootField, position: usize) {
        root.key.write(position, &mut writer.out);
        self.start = writer.out.len();
        writer.resolver_statements += 1;
        writer.path.push(Segment::Key(Arc::clone(&root.key.text)));
        writer.out.push(b'{');
        for (position, field) in self.shape.fields[..=self.list()].iter().enumerate() {
            field.key.write(position, &mut writer.out);
            if let ConnectionValue::Constant(json) = &field.value {
                writer.out.extend_from_slice(json);
            } else {
                writer.path.push(Segment::Key(Arc::clone(&field.key.text)));
                writer.out.push(b'[');
            }
        }
    }

    fn row(&mut self, writer: &mut Writer<'_>, row: Row) -> Result<(), DatabaseError> {
        let position = self.came;
        self.came += 1;
        if self.failed || position >= self.size {
            return Ok(());
        }
        writer.separate(position);
        let depth = writer.path.len();
        writer.path.push(Segment::Index(position));
        let written = match &self.shape.fields[self.list()].value {
            ConnectionValue::Nodes(shape) => writer.row(shape, &row),
            ConnectionValue::Edges(fields) => writer.edge(fields, &self.shape.page.cursor, &row),
            _ => Ok(()),
        };
        writer.path.truncate(depth);
        if written.is_err() {
            self.fail(writer)?;
        }
        if self.first.is_none() {
            self.first = Some(row);
        } else {
            self.last = Some(row);
        }
        Ok(())
    }

    /// Everything after the last row.
    fn close(&mut self, writer: &mut Writer<'_>, root: &RootField) -> Result<(), DatabaseError> {
        let has_next = self.came > self.size;
        writer.path.truncate(1);
        if !self.failed {
            writer.report_cut(&self.shape.page, has_next);
            writer.out.push(b']');
            for field in &self.shape.fields[self.list() + 1..] {
                field.key.write(1, &mut writer.out);
                match &field.value {
                    ConnectionValue::PageInfo(fields) => {
                        let last = self.last.as_ref().or(self.first.as_ref());
                        let ends = self.first.as_ref().zip(last);
                        let known = (has_next, false);
                        let cursor = &self.shape.page.cursor;
                        let write = |writer: &mut Writer<'_>| writer.page_info_of(fields, cursor, known, ends);
                        if writer.below(&field.key, write).is_err() {
                            self.fail(writer)?;
                            break;
                        }
                    }
                    ConnectionValue::Constant(json) => writer.out.extend_from_slice(json),
                    _ => {}
                }
            }
            if !self.failed {
                writer.out.push(b'}');
            }
        }
        if self.failed {
            writer.out.extend_from_slice(b"null");
        }
        debug_assert_eq!(writer.path.len(), 1, "below {}", root.key.text);
        writer.path.clear();
        Ok(())
    }

    /// The whole connection becomes null, unless a part of it is on its way.
    fn fail(&mut self, writer: &mut Writer<'_>) -> Result<(), DatabaseError> {
        if self.sent > 0 {
            return Err(DatabaseError::Internal("a value failed after a part of the answer was sent".to_owned()));
        }
        self.failed = true;
        writer.out.truncate(self.start);
        Ok(())
    }
}

impl Writer<'_> {
    fn size_of_first(&self, shape: &ConnectionShape) -> usize {
        shape.page.first.map_or(usize::MAX, |size| self.size(size))
    }
}
