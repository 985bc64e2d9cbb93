/** How does one file travel up, with its progress? */
import { problemIn } from './reach-server.ts'

/** Streams a file to an address. @param onProgress told 0..1 as it goes. Rejects with the server's problem. */
export function sendFile(url: string, file: File, onProgress: (done: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = (event) => onProgress(event.total ? event.loaded / event.total : 1)
    request.onload = () => (request.status < 400 ? resolve() : reject(problemIn(request.status, request.responseText)))
    request.onerror = () => reject(problemIn(503, ''))
    request.send(file)
  })
}
