export { EXPORT_FORMATS, type ExportFormat, exportConversation } from './export.ts'
export { getConversation } from './get.ts'
export { type ImportResult, importConversations, importOne } from './import.ts'
export { listConversations } from './list.ts'
