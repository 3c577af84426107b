/** For specs: a database of their own on the real server, cloned from the migrated template in a moment. */
export { type TestDatabase, testDatabase, testRuntime, testServers } from './test-database.js';
export { countStatements } from './count-statements.js';
export { type TestContext, testContext } from './test-context.js';
export { type Received, type SmtpFixture, smtpServer } from './smtp-server.js';
