/** `/v1/certificates/:certificateId` as OpenAPI writes it: `/v1/certificates/{certificateId}`. */
export function openApiPath(path: string): string {
  return path.replace(/:([A-Za-z]\w*)/g, "{$1}");
}
