import { addressOf, headersOf, renewToken } from "./client";
import { Problem } from "./problem";

interface UploadOptions {
  query: Record<string, unknown>;
  /** How much of the file has gone, from 0 to 1. */
  onShare: (share: number) => void;
}

const statusForbidden = 403;

/** Sends a file as it is. fetch cannot tell how far it is; XMLHttpRequest can. */
export async function upload<Answer>(
  path: string,
  file: Blob,
  options: UploadOptions,
): Promise<Answer> {
  try {
    return await send<Answer>(path, file, options);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== statusForbidden) throw error;
    if (error.code !== "error.csrf") throw error;
    await renewToken();
    return send<Answer>(path, file, options);
  }
}

function send<Answer>(path: string, file: Blob, { query, onShare }: UploadOptions) {
  return new Promise<Answer>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", addressOf(path, { query }));
    for (const [name, value] of Object.entries(headersOf("post", {}))) {
      request.setRequestHeader(name, value);
    }
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new Problem(0, {}));
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status < 300) resolve(answer as Answer);
      else reject(new Problem(request.status, answer as object));
    };
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
