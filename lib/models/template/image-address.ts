/** Whether a text can be the address of an image: http(s), or a data URL of an image. */
export function isImageAddress(text: string): boolean {
  if (/^data:image\/[a-z0-9.+-]{1,40};base64,/i.test(text)) return true;
  const url = text.length <= 10_000 ? URL.parse(text) : null;
  return url !== null && (url.protocol === "http:" || url.protocol === "https:");
}
